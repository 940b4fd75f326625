package io.modernize.cmdb.similarity.search;

import java.util.List;

/**
 * How the words of an asset match the query's.
 *
 * @param rank the rank among all matches; 1 is best
 * @param score the sum over the query's words of their rarity times the weight of the field that has them: 0 or more,
 *     higher is better, comparable within one search only
 * @param fields the passages with the words; empty unless highlights were asked for
 */
public record TextMatch(int rank, double score, List<HighlightedField> fields) {
    public TextMatch {
        fields = List.copyOf(fields);
    }
}
