-- fr: EJ tenus dans plusieurs classeurs, avec ce que chacun en compte
-- en: EJ kept in several workbooks, with what each counts of it
-- AE committed and CP paid, as the figures count them; null where a workbook counts no row of it.
SELECT
  l.ej,
  d.workbooks,
  l.convention,
  l.year,
  w.file,
  l.envelope,
  COUNT(*) AS row_count,
  SUM(l.ae_consumed) AS ae,
  SUM(l.cp_consumed) AS cp
FROM ledger l
JOIN workbooks w ON w.workbook = l.workbook
JOIN (
  SELECT ej, COUNT(DISTINCT workbook) AS workbooks
  FROM ledger
  WHERE ej IS NOT NULL AND state <> 'cancelled'
  GROUP BY ej
  HAVING COUNT(DISTINCT workbook) > 1
) d ON d.ej = l.ej
WHERE l.state <> 'cancelled'
GROUP BY l.ej, d.workbooks, l.convention, l.year, w.file, l.envelope
ORDER BY l.ej, w.file, l.envelope NULLS LAST
