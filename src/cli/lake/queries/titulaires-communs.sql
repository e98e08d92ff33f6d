-- fr: titulaires payés par plusieurs enveloppes, avec ce que chacune a payé dans l'année
-- en: suppliers paid by several envelopes, with what each paid in the year
-- A supplier is compared without case, accents or repeated spaces. One convention kept in two workbooks is one envelope.
SELECT
  p.supplier,
  s.envelopes,
  p.convention,
  p.envelope,
  p.paid
FROM (
  SELECT supplier_key, MIN(supplier) AS supplier, convention, envelope, SUM(cp_consumed) AS paid
  FROM ledger
  WHERE supplier_key IS NOT NULL AND cp_consumed > 0
  GROUP BY supplier_key, convention, envelope
) p
JOIN (
  SELECT c.supplier_key, COUNT(*) AS envelopes
  FROM (
    SELECT DISTINCT supplier_key, convention, envelope
    FROM ledger
    WHERE supplier_key IS NOT NULL AND cp_consumed > 0
  ) c
  GROUP BY c.supplier_key
  HAVING COUNT(*) > 1
) s ON s.supplier_key = p.supplier_key
ORDER BY s.envelopes DESC, p.supplier_key, p.convention NULLS LAST, p.envelope
