// jest asks for stacks of a hundred frames. React takes one for each element that it creates in development: with
// Node's own ten, the suites of the pane take a tenth less time.
Error.stackTraceLimit = 10;
