-- fr: ce qui n'a pas été lu : classeurs, endroits d'un classeur, lignes du suivi
-- en: what was not read: workbooks, places of a workbook, rows of a ledger
SELECT
  u.convention,
  u.year,
  w.file,
  u.kind,
  u.sheet,
  u.place,
  u.reason,
  u.row_count,
  u.ae,
  u.cp,
  u.other
FROM (
  SELECT
    workbook, convention, year, 'workbook' AS kind, NULL AS sheet, NULL AS place, problem AS reason,
    NULL AS row_count, NULL AS ae, NULL AS cp, NULL AS other
  FROM workbooks
  WHERE status = 'unread'
  UNION ALL
  SELECT workbook, convention, year, 'place' AS kind, sheet, place, reason, row_count, ae, cp, other
  FROM reading
  WHERE role = 'unread'
  UNION ALL
  SELECT
    workbook, convention, year, 'rows' AS kind, sheet, NULL AS place, reason,
    COUNT(*) AS row_count, SUM(ae) AS ae, SUM(cp) AS cp, NULL AS other
  FROM ledger
  WHERE state = 'unchecked'
  GROUP BY workbook, convention, year, sheet, reason
) u
JOIN workbooks w ON w.workbook = u.workbook
ORDER BY u.convention NULLS FIRST, u.year NULLS FIRST, w.file, u.kind, u.sheet NULLS FIRST, u.place NULLS FIRST, u.reason
