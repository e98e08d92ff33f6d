-- fr: chaque enveloppe de chaque classeur : crédits, consommations, restes à payer, erreurs
-- en: each envelope of each workbook: credits, consumption, restes à payer, errors
SELECT
  w.convention,
  w.year,
  w.file,
  w.as_of,
  e.envelope,
  e.label,
  e.programme,
  a.allocated AS ae_allocated,
  a.consumed AS ae_consumed,
  a.available AS ae_available,
  c.allocated AS cp_allocated,
  c.consumed AS cp_consumed,
  c.available AS cp_available,
  c.outstanding,
  w.errors,
  w.rows_unchecked,
  w.unread_places,
  w.unread_sum
FROM workbooks w
JOIN envelopes e ON e.workbook = w.workbook
JOIN figures a ON a.workbook = e.workbook AND a.envelope = e.envelope AND a.scope = 'envelope' AND a.nature = 'AE'
JOIN figures c ON c.workbook = e.workbook AND c.envelope = e.envelope AND c.scope = 'envelope' AND c.nature = 'CP'
ORDER BY w.convention NULLS LAST, w.year NULLS LAST, w.file, e.envelope
