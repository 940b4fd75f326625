package io.modernize.cmdb.similarity.search;

import java.util.List;

/**
 * A passage of a field that has words of the query.
 *
 * @param passage the field's text in order, cut into what matches and what does not; long text is a passage of it
 */
public record HighlightedField(AssetField field, List<Part> passage) {
    public HighlightedField {
        passage = List.copyOf(passage);
    }

    /** A piece of a passage. */
    public record Part(String text, boolean match) {}
}
