-- fr: demandes du délégant sans réponse après leur délai, la plus en retard d'abord
-- en: requests of the délégant not answered within their delay, the most overdue first
SELECT
  r.convention,
  r.year,
  w.file,
  w.as_of,
  r.received_on,
  r.due_on,
  r.days_late,
  r.subject
FROM requests r
JOIN workbooks w ON w.workbook = r.workbook
WHERE r.days_late > 0
ORDER BY r.days_late DESC, w.file, r.received_on, r.subject
