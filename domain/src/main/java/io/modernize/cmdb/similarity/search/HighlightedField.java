package io.modernize.cmdb.similarity.search;

import java.util.List;

/**
 * A passage of a field with words of the query.
 *
 * @param passage the field's text in order, cut into parts that match and parts that do not; of a long text, it is one
 *     passage
 */
public record HighlightedField(AssetField field, List<Part> passage) {
    public HighlightedField {
        passage = List.copyOf(passage);
    }

    /** A part of a passage. */
    public record Part(String text, boolean match) {}
}
