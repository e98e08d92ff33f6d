/** The date columns of a ledger. */

/** Which date column a PER or DON finding speaks of. */
export type DateField = 'commitmentDate' | 'serviceDate' | 'receiptDate' | 'paymentDate' | 'contractEnd';
