package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.RelationDraft;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.RowMapping.RejectedRow;
import io.modernize.cmdb.inventory.records.RowMapping.RelationRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one row while the row is read, so that a report names every problem at once. A check that
 * fails still returns a value, and the outcome of the row is then a rejection.
 */
public final class RowFindings {
    private final List<RowProblem> problems = new ArrayList<>();

    public void add(RowProblem problem) {
        problems.add(problem);
    }

    public void add(@Nullable String column, @Nullable String value, String reason) {
        problems.add(new RowProblem(column, value, reason));
    }

    public void addAll(RowFindings others) {
        problems.addAll(others.problems);
    }

    public int count() {
        return problems.size();
    }

    public String bounded(String column, String text, int maxChars) {
        if (text.length() > maxChars) {
            add(column, text, String.format(Locale.ROOT, "has %,d characters, at most %,d", text.length(), maxChars));
        }
        return text;
    }

    public List<String> bounded(String column, List<String> values, int maxValues) {
        if (values.size() > maxValues) {
            add(column, null, String.format(Locale.ROOT, "has %,d values, at most %,d", values.size(), maxValues));
        }
        values.forEach(value -> bounded(column, value, ImportLimits.SHORT_TEXT_CHARS));
        return values;
    }

    /** The number if it lies between 0 and the maximum. Otherwise null, and a problem is noted. */
    @Nullable
    public BigDecimal bounded(String column, String text, BigDecimal number, long max) {
        if (number.signum() < 0) {
            add(column, text, "is negative");
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(max)) > 0) {
            add(column, text, String.format(Locale.ROOT, "is more than %,d; is the unit right?", max));
            return null;
        }
        return number;
    }

    /** The number if it could be read and lies between 0 and the maximum. Otherwise null, and a problem is noted. */
    @Nullable
    public BigDecimal bounded(String column, String text, Optional<BigDecimal> number, long max, String expected) {
        if (number.isEmpty()) {
            add(column, text, "is not " + expected);
            return null;
        }
        return bounded(column, text, number.get(), max);
    }

    /**
     * The outcome of the row.
     *
     * @param externalKey null only if a problem says why there is no key
     */
    public RowMapping asset(String sourceSystem, @Nullable String externalKey, AssetAttributes.Builder attributes) {
        boolean storableKey = externalKey != null && externalKey.length() <= ImportLimits.EXTERNAL_KEY_CHARS;
        if (externalKey != null && !storableKey) {
            bounded("external key", externalKey, ImportLimits.EXTERNAL_KEY_CHARS);
        }
        if (externalKey == null || !problems.isEmpty()) {
            return new RejectedRow(sourceSystem, storableKey ? externalKey : null, problems);
        }
        return AssetFitting.fit(new AssetDraft(new AssetKey(sourceSystem, externalKey), attributes.build()));
    }

    public RowMapping relation(RelationDraft draft) {
        return problems.isEmpty() ? new RelationRow(draft) : new RejectedRow(null, problems);
    }
}
