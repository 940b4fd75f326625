package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.inventory.persistence.AssetRow;
import io.modernize.cmdb.similarity.AssetOrder;
import io.modernize.cmdb.similarity.AssetPosition;
import io.modernize.cmdb.similarity.application.AssetListQuery;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The statement of one page of a list: it goes on behind a place, and so never reads what lies before it, as an offset
 * would. Assets with a value and those without are two parts, each in the order of an index.
 */
final class AssetPageSql {
    private final AssetListQuery query;
    private final AssetSelectionSql selection;
    private final String column;
    private final String type;
    private final boolean falling;

    private AssetPageSql(AssetListQuery query, AssetSelectionSql selection, String column, String type) {
        this.query = query;
        this.selection = selection;
        this.column = column;
        this.type = type;
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
        return switch (field) {
            case NAME -> new AssetPageSql(query, selection, "name", "text");
            case CI_CLASS -> new AssetPageSql(query, selection, "ci_class", "text");
            case ENVIRONMENT -> new AssetPageSql(query, selection, "environment", "text");
            case UPDATED_AT -> new AssetPageSql(query, selection, "updated_at", "timestamptz");
            case CPU_COUNT -> new AssetPageSql(query, selection, "cpu_count", "integer");
            case MEMORY_MB -> new AssetPageSql(query, selection, "memory_mb", "bigint");
            case STORAGE_GB -> new AssetPageSql(query, selection, "storage_gb", "numeric");
        };
    }

    MapSqlParameterSource parameters() {
        return selection.parameters();
    }

    /** The ids first: sorting them needs an index at most, and only as many assets are read as the page has. */
    String statement() {
        String direction = falling ? " desc" : "";
        return "with page as materialized (" + ids(direction) + ") select " + AssetRow.columnsOf("a")
                + " from page join cmdb_assets a on a.client_account_id = :client and a.id = page.id"
                + " order by page.part, page.value" + direction + ", page.id" + direction;
    }

    private String ids(String direction) {
        // Read backwards, the part without values comes first.
        int valued = query.backward() ? 1 : 0;
        int valueless = query.backward() ? 0 : 1;
        AssetPosition from = query.from();
        String withValue = part(
                valued,
                "a." + column,
                "a." + column + " is not null",
                from == null || from.value() == null
                        ? ""
                        : " and (a." + column + ", a.id) " + (falling ? "<" : ">") + " (:from_value::" + type
                                + ", :from_id)",
                "a." + column + direction + ", a.id" + direction);
        String withoutValue = part(
                valueless,
                "null::" + type,
                "a." + column + " is null",
                from == null || from.value() != null ? "" : " and a.id " + (falling ? "<" : ">") + " :from_id",
                "a.id" + direction);
        boolean alwaysValued =
                switch (query.order().field()) {
                    case NAME, UPDATED_AT -> true;
                    case CI_CLASS, ENVIRONMENT, CPU_COUNT, MEMORY_MB, STORAGE_GB -> false;
                };
        if (alwaysValued) {
            return withValue;
        }
        // Of what lies before the place, the whole part is left out.
        if (from != null && from.value() == null && !query.backward()) {
            return withoutValue;
        }
        if (from != null && from.value() != null && query.backward()) {
            return withValue;
        }
        return "select * from (" + withValue + " union all " + withoutValue + ") as both_parts order by part, value"
                + direction + ", id" + direction + " limit :limit";
    }

    private String part(int number, String value, String condition, String behind, String order) {
        return "(select " + number + " as part, " + value + " as value, a.id from cmdb_assets a where "
                + selection.conditions() + " and " + condition + behind + " order by " + order + " limit :limit)";
    }
}
