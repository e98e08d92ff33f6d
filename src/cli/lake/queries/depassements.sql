-- fr: plafonds dépassés, du plus grand dépassement au plus petit
-- en: ceilings exceeded, the largest excess first
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
