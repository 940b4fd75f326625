package io.modernize.cmdb.api.paging;

import io.modernize.cmdb.tenancy.application.Page;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as every list of the schema shows it: the GraphQL types {@code …Connection}, whatever their nodes are.
 * Spring takes classes of other names for pages that it has to turn into one.
 */
public record PageConnection<N>(List<Edge<N>> edges, Info pageInfo) {
    public PageConnection {
        edges = List.copyOf(edges);
    }

    /** The nodes of the edges, for callers that need no cursors. */
    public List<N> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /**
     * The page as callers see it.
     *
     * @param node makes the node of an entry
     * @param cursor seals the place of an entry; see {@link PageCursors#seal}
     */
    public static <T, N> PageConnection<N> from(Page<T> page, Function<T, N> node, Function<T, String> cursor) {
        List<Edge<N>> edges = page.entries().stream()
                .map(entry -> new Edge<>(node.apply(entry), () -> cursor.apply(entry)))
                .toList();
        return new PageConnection<>(
                edges,
                new Info(
                        page.hasNext(),
                        page.hasPrevious(),
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    /**
     * GraphQL types {@code …Edge}: an entry with its place in the list.
     *
     * @param seal makes the cursor. Most callers ask for the cursors of a page's ends only, and sealing one derives a key.
     */
    public record Edge<N>(N node, Supplier<String> seal) {
        public String cursor() {
            return seal.get();
        }
    }

    /** GraphQL type {@code PageInfo}. */
    public record Info(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}
}
