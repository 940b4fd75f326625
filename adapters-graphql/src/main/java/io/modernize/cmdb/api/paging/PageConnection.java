package io.modernize.cmdb.api.paging;

import io.modernize.cmdb.tenancy.application.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as every list of the schema shows it: the GraphQL types {@code …Connection}, whatever their nodes are.
 * Spring takes classes of other names for pages that it has to turn into one.
 *
 * @param nodes those of the edges, for callers who need the cursors of none of them
 */
public record PageConnection<N>(List<Edge<N>> edges, List<N> nodes, Info pageInfo) {
    public PageConnection {
        edges = List.copyOf(edges);
        nodes = List.copyOf(nodes);
    }

    /**
     * The page as callers see it.
     *
     * @param node of an entry
     * @param cursor of the place of an entry; see {@link PageCursors#seal}
     */
    public static <T, N> PageConnection<N> from(Page<T> page, Function<T, N> node, Function<T, String> cursor) {
        List<Edge<N>> edges = page.entries().stream()
                .map(entry -> new Edge<>(node.apply(entry), cursor.apply(entry)))
                .toList();
        return new PageConnection<>(
                edges,
                edges.stream().map(Edge::node).toList(),
                new Info(
                        page.hasNext(),
                        page.hasPrevious(),
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    /** GraphQL types {@code …Edge}: an entry, and where it stands. */
    public record Edge<N>(N node, String cursor) {}

    /** GraphQL type {@code PageInfo}. */
    public record Info(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}
}
