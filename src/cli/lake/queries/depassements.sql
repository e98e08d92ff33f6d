-- fr: plafonds dépassés dans l'exercice de chaque situation, du plus grand dépassement au plus petit
-- en: ceilings exceeded in the credit year of each situation, the largest excess first
-- An excess of an earlier credit year is a finding (PLA-01, PLA-02), and in a lake exported at the end of that year.
-- The CP of a poste that the convention does not give is no ceiling, unless the team follows it.
SELECT
  f.convention,
  f.year,
  w.file,
  f.scope,
  f.envelope,
  f.poste,
  f.nature,
  f.allocated,
  f.consumed,
  f.consumed - f.allocated AS excess,
  f.rate
FROM figures f
JOIN workbooks w ON w.workbook = f.workbook
WHERE f.consumed > f.allocated AND f.is_ceiling
ORDER BY f.consumed - f.allocated DESC, w.file, f.scope, f.envelope, f.poste, f.nature
