package io.modernize.cmdb.similarity.search;

import java.util.List;

/**
 * What of an asset the query's words match.
 *
 * @param rank among all matches, 1 is best
 * @param score sum over the query's words of their rarity times the weight of the field that has them: 0 or more, higher
 *     is better, comparable within one search only
 * @param fields where the words stand, empty unless highlights were asked for
 */
public record TextMatch(int rank, double score, List<HighlightedField> fields) {
    public TextMatch {
        fields = List.copyOf(fields);
    }
}
