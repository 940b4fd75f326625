package io.modernize.cmdb.similarity.filter.persistence;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.persistence.FilterColumn;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A filter as the database takes it: conditions with named parameters over embeddings or over assets, or one argument of a
 * function. Column names come from {@link AssetAttribute} alone. Texts of users travel as parameters.
 */
public final class AssetFilterSql {
    /** Where an asset's values are compared. */
    private enum Place {
        /** {@code cmdb_asset_embeddings e}, which has values of its own for most conditions. */
        EMBEDDINGS,
        /** {@code cmdb_assets a}. */
        ASSETS
    }

    private final Place place;
    private final List<String> conditions = new ArrayList<>();
    private final List<String> conditionsOnAssets = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private AssetFilterSql(Place place, AssetFilter filter) {
        this.place = place;
        filter.conditions().forEach(this::add);
    }

    /** Conditions over {@code cmdb_asset_embeddings e}; the client account is the parameter {@code client}. */
    public static AssetFilterSql overEmbeddings(AssetFilter filter) {
        return new AssetFilterSql(Place.EMBEDDINGS, filter);
    }

    /** Conditions over {@code cmdb_assets a}. */
    public static AssetFilterSql overAssets(AssetFilter filter) {
        return new AssetFilterSql(Place.ASSETS, filter);
    }

    /**
     * The argument of the function {@code search_asset_texts}: one JSON object, by names of columns of {@code cmdb_assets}. Null
     * where the filter has no condition. The function refuses a name that it does not know.
     */
    public static @Nullable String argument(AssetFilter filter) {
        if (filter.conditions().isEmpty()) {
            return null;
        }
        Map<String, Object> byColumn =
                LinkedHashMap.newLinkedHashMap(filter.conditions().size());
        for (AssetCondition condition : filter.conditions()) {
            byColumn.put(condition.attribute().column(), argument(condition));
        }
        return json(byColumn);
    }

    private static Object argument(AssetCondition condition) {
        return switch (condition) {
            case AssetCondition.OneOf oneOf -> oneOf.values();
            case AssetCondition.Entries entries -> entries.entries();
            case AssetCondition.Within(AssetAttribute attribute, NumberRange range) -> {
                Map<String, BigDecimal> ends = new LinkedHashMap<>();
                if (range.min() != null) {
                    ends.put("min", range.min());
                }
                if (range.max() != null) {
                    ends.put("max", range.max());
                }
                yield ends;
            }
        };
    }

    /** The conditions. They begin with {@code and} if there are any. */
    public String conditions() {
        StringBuilder sql = new StringBuilder();
        conditions.forEach(condition -> sql.append(" and ").append(condition));
        if (!conditionsOnAssets.isEmpty()) {
            sql.append(" and exists (select 1 from cmdb_assets a where a.client_account_id = :client and a.id ="
                            + " e.asset_id and ")
                    .append(String.join(" and ", conditionsOnAssets))
                    .append(')');
        }
        return sql.toString();
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    private void add(AssetCondition condition) {
        AssetAttribute attribute = condition.attribute();
        switch (condition) {
            case AssetCondition.OneOf oneOf -> {
                String[] values = oneOf.values().toArray(String[]::new);
                if (attribute.kind() == AssetAttribute.Kind.TEXTS) {
                    onAssets(attribute, " && :", "::text[]", values);
                } else {
                    // PostgreSQL folds both sides, because its lower case and Java's differ beyond ASCII.
                    String column = attribute.column();
                    conditions.add(compared(attribute) + " = any(filter_keys(:" + column + "::text[]))");
                    parameters.put(column, values);
                }
            }
            case AssetCondition.Entries entries -> onAssets(attribute, " @> :", "::jsonb", json(entries.entries()));
            case AssetCondition.Within within -> {
                end(attribute, " >= :", "_min", within.range().min());
                end(attribute, " <= :", "_max", within.range().max());
            }
        }
    }

    /** Adds a condition on values that only the asset has, because their number and length have no bound. */
    private void onAssets(AssetAttribute attribute, String operator, String type, Object value) {
        String condition = "a." + attribute.column() + operator + attribute.column() + type;
        (place == Place.EMBEDDINGS ? conditionsOnAssets : conditions).add(condition);
        parameters.put(attribute.column(), value);
    }

    private void end(AssetAttribute attribute, String comparison, String suffix, @Nullable BigDecimal end) {
        if (end != null) {
            String parameter = attribute.column() + suffix;
            conditions.add(compared(attribute) + comparison + parameter);
            parameters.put(parameter, end);
        }
    }

    private String compared(AssetAttribute attribute) {
        FilterColumn column = FilterColumn.of(attribute);
        return switch (place) {
            case EMBEDDINGS -> "e." + column.name();
            case ASSETS -> column.valueOf("a");
        };
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
