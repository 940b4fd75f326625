package io.modernize.cmdb.similarity.listing.persistence;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.persistence.AssetTable;
import io.modernize.cmdb.similarity.filter.persistence.AssetSelectionSql;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.AssetPosition;
import io.modernize.cmdb.similarity.listing.application.AssetListQuery;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The statement of one page of a list. It continues after a place, and so never sorts or skips what lies before, as an
 * offset would. Lists by name and by change read an index in its order. Other lists sort entries of an index that has
 * all assets.
 */
final class AssetPageSql {
    private final AssetListQuery query;
    private final AssetSelectionSql selection;
    private final String column;
    private final String type;
    private final boolean nullable;
    private final boolean falling;

    private AssetPageSql(
            AssetListQuery query, AssetSelectionSql selection, String column, String type, boolean nullable) {
        this.query = query;
        this.selection = selection;
        this.column = "a." + column;
        this.type = type;
        this.nullable = nullable;
        this.falling = query.order().descending() != query.backward();
    }

    static AssetPageSql of(AssetListQuery query) {
        AssetSelectionSql selection = AssetSelectionSql.of(query.scope(), query.selection());
        AssetPosition from = query.from();
        if (from != null) {
            selection
                    .parameters()
                    .addValue("from_value", from.value())
                    .addValue("from_id", from.id().value());
        }
        selection.parameters().addValue("limit", query.limit());
        AssetOrder.Field field = query.order().field();
        return field.attribute()
                .map(attribute -> new AssetPageSql(
                        query,
                        selection,
                        attribute.column(),
                        AssetTable.typeOf(attribute),
                        attribute != AssetAttribute.NAME))
                .orElseGet(() -> new AssetPageSql(query, selection, "updated_at", "timestamptz", false));
    }

    MapSqlParameterSource parameters() {
        return selection.parameters();
    }

    /**
     * The statement. It finds the ids first: sorting them needs at most an index, and only the assets of the page are
     * read.
     */
    String statement() {
        return "with page as materialized (select " + column + " as value, a.id from cmdb_assets a where "
                + selection.conditions() + behind() + " order by " + order(column, "a.id") + " limit :limit) select "
                + AssetTable.columnsOf("a")
                + " from page join cmdb_assets a on a.client_account_id = :client and a.id = page.id order by "
                + order("page.value", "page.id");
    }

    /** The order. Assets without a value are the last ones, so they come first if the list is read backwards. */
    private String order(String value, String id) {
        String direction = falling ? " desc" : "";
        String nulls = query.backward() ? " nulls first" : " nulls last";
        return value + direction + (nullable ? nulls : "") + ", " + id + direction;
    }

    private String behind() {
        AssetPosition from = query.from();
        if (from == null) {
            return "";
        }
        String comparison = falling ? " < " : " > ";
        String idsBehind = "a.id" + comparison + ":from_id";
        if (from.value() == null) {
            return query.backward()
                    ? " and (" + column + " is not null or " + idsBehind + ")"
                    : " and " + column + " is null and " + idsBehind;
        }
        String valuesBehind = "(" + column + ", a.id)" + comparison + "(:from_value::" + type + ", :from_id)";
        return nullable && !query.backward()
                ? " and (" + valuesBehind + " or " + column + " is null)"
                : " and " + valuesBehind;
    }
}
