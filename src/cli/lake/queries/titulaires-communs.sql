-- fr: titulaires payés par plusieurs enveloppes, avec ce que chacune a payé dans l'année
-- en: suppliers paid by several envelopes, with what each paid in the year
-- A supplier is compared without case, accents or repeated spaces. One convention kept in two workbooks is one envelope.
-- What is paid is net of avoirs, which are negative.
-- Conventions that share an identifier and have several references are apart, each with its reference.
WITH payments AS (
  SELECT l.supplier_key, l.supplier, n.name AS convention, l.envelope, l.cp_consumed
  FROM ledger l
  JOIN (
    SELECT
      workbook,
      CASE
        WHEN MIN(UPPER(REPLACE(reference, ' ', ''))) OVER (PARTITION BY convention)
          <> MAX(UPPER(REPLACE(reference, ' ', ''))) OVER (PARTITION BY convention)
        THEN convention || ' (' || COALESCE(reference, '?') || ')'
        ELSE convention
      END AS name
    FROM conventions
  ) n ON n.workbook = l.workbook
  WHERE l.supplier_key IS NOT NULL AND l.cp_consumed <> 0
)
SELECT
  p.supplier,
  s.envelopes,
  p.convention,
  p.envelope,
  p.paid
FROM (
  SELECT supplier_key, MIN(supplier) AS supplier, convention, envelope, SUM(cp_consumed) AS paid
  FROM payments
  GROUP BY supplier_key, convention, envelope
) p
JOIN (
  SELECT c.supplier_key, COUNT(*) AS envelopes
  FROM (
    SELECT DISTINCT supplier_key, convention, envelope
    FROM payments
  ) c
  GROUP BY c.supplier_key
  HAVING COUNT(*) > 1
) s ON s.supplier_key = p.supplier_key
ORDER BY s.envelopes DESC, p.supplier_key, p.convention NULLS LAST, p.envelope
