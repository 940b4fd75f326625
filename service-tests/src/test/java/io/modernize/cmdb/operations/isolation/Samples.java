package io.modernize.cmdb.operations.isolation;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values for arguments and the fields of inputs, by the name of the field and the place of the value. */
final class Samples {
    private static final Map<String, IdKind> IDS = Map.ofEntries(
            Map.entry("auditLog.actor.directoryTenantId", IdKind.IDENTITY),
            Map.entry("auditLog.actor.objectId", IdKind.IDENTITY),
            Map.entry("assetsLike.assetId", IdKind.ASSET),
            Map.entry("asset.id", IdKind.ASSET),
            Map.entry("engagement.id", IdKind.ENGAGEMENT),
            Map.entry("importReport.id", IdKind.IMPORT),
            Map.entry("job.id", IdKind.JOB),
            Map.entry("stopJob.input.id", IdKind.JOB),
            Map.entry("restartJob.input.id", IdKind.JOB),
            Map.entry("startImport.input.uploadId", IdKind.UPLOAD),
            Map.entry("changeMembership.input.id", IdKind.MEMBERSHIP),
            Map.entry("revokeMembership.input.id", IdKind.MEMBERSHIP),
            Map.entry("grantMembership.input.directoryTenantId", IdKind.IDENTITY),
            Map.entry("grantMembership.input.objectId", IdKind.IDENTITY),
            Map.entry("renameEngagement.input.id", IdKind.ENGAGEMENT),
            Map.entry("dismissDuplicateGroup.input.groupId", IdKind.DUPLICATE_GROUP),
            Map.entry("restoreDuplicateGroup.input.groupId", IdKind.DUPLICATE_GROUP));

    /** Each kind of condition, and none. */
    static final List<Map<String, Object>> FILTERS = List.of(
            Map.of(),
            Map.of("ciClasses", List.of("cmdb_ci_linux_server")),
            Map.of("environments", List.of("production"), "osFamilies", List.of("LINUX")),
            Map.of("locations", List.of("Hall"), "statuses", List.of("Installed")),
            Map.of("supportGroups", List.of("Ops 1"), "tags", List.of("tier:1")),
            Map.of("attributes", List.of(Map.of("name", "rack", "value", "R1"))),
            Map.of("cpuCount", Map.of("min", 3), "memoryMib", Map.of("max", 8192), "storageGib", Map.of("min", 1)));

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("findSimilarAssets.queryText", "oracle database"),
            Map.entry("startOffboarding.input.confirm", "no-such-slug"),
            Map.entry("grantMembership.input.role", "VIEWER"),
            Map.entry("changeMembership.input.role", "AGENT"),
            // Taken already, so that asking changes nothing.
            Map.entry("createEngagement.input.slug", Estate.ENGAGEMENTS.getFirst()),
            Map.entry("createEngagement.input.name", "Anew"),
            Map.entry("renameEngagement.input.name", "Renamed"),
            Map.entry("renameClientAccount.input.name", "Renamed"));

    private Samples() {}

    /**
     * What is identified there; null where it is nothing.
     *
     * @throws NullPointerException for a new place of the type {@code ID} that nobody has classified
     */
    static @Nullable IdKind idKind(RootField field, InputPlace place) {
        if (!place.isId()) {
            return null;
        }
        if (place.name().equals("engagementId") || place.name().equals("engagementIds")) {
            return IdKind.ENGAGEMENT;
        }
        return Objects.requireNonNull(
                IDS.get(field.name() + "." + place),
                () -> "say in Samples what the id " + place + " of " + field.name() + " identifies");
    }

    /** A value for each argument and field of an input that needs one, and for each id. */
    static Map<String, Object> variables(RootField field, Function<IdKind, String> ids) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (GraphQLArgument argument : field.arguments()) {
            Object value = value(field, InputPlace.argument(argument.getName(), argument.getType()), ids);
            if (value != null) {
                values.put(argument.getName(), value);
            }
        }
        return values;
    }

    /** Null where nothing is needed. */
    private static @Nullable Object value(RootField field, InputPlace place, Function<IdKind, String> ids) {
        IdKind kind = idKind(field, place);
        if (kind != null) {
            return listed(place, ids.apply(kind));
        }
        if (GraphQLTypeUtil.unwrapAll(place.type()) instanceof GraphQLInputObjectType input) {
            return place.isRequired() || identifies(input) ? listed(place, object(field, place, input, ids)) : null;
        }
        return place.isRequired()
                ? Objects.requireNonNull(
                        VALUES.get(field.name() + "." + place),
                        () -> "give a sample of " + place + " of " + field.name())
                : null;
    }

    private static Map<String, Object> object(
            RootField field, InputPlace place, GraphQLInputObjectType input, Function<IdKind, String> ids) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (GraphQLInputObjectField part : input.getFieldDefinitions()) {
            Object value = value(field, place.field(part.getName(), part.getType()), ids);
            if (value != null) {
                values.put(part.getName(), value);
            }
        }
        return values;
    }

    /** Whether there is an id in it, however deep. */
    private static boolean identifies(GraphQLInputObjectType input) {
        return input.getFieldDefinitions().stream()
                .anyMatch(field -> GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType inner
                        ? identifies(inner)
                        : GraphQLTypeUtil.unwrapAll(field.getType()).getName().equals("ID"));
    }

    /** As the place takes it: alone, or in a list. */
    private static Object listed(InputPlace place, Object value) {
        return GraphQLTypeUtil.unwrapNonNull(place.type()) instanceof GraphQLList ? List.of(value) : value;
    }

    /** The variables with another id at that place, which they have to have a value for. */
    static Map<String, Object> with(Map<String, ?> variables, InputPlace place, String id) {
        Map<String, Object> changed = new LinkedHashMap<>(variables);
        String argument = place.path().getFirst();
        changed.put(
                argument,
                replaced(
                        Objects.requireNonNull(changed.get(argument), place::toString),
                        place.path().subList(1, place.path().size()),
                        id));
        return changed;
    }

    private static Object replaced(Object value, List<String> path, String id) {
        if (value instanceof List<?> list) {
            return List.of(replaced(list.getFirst(), path, id));
        }
        if (path.isEmpty()) {
            return id;
        }
        Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) value);
        changed.put(
                path.getFirst(),
                replaced(
                        Objects.requireNonNull(changed.get(path.getFirst()), path::toString),
                        path.subList(1, path.size()),
                        id));
        return changed;
    }

    /** The variables without the argument or the field of that name, in objects as well. */
    static Map<String, Object> without(Map<String, ?> variables, String name) {
        Map<String, Object> changed = new LinkedHashMap<>();
        variables.forEach((key, value) -> {
            if (!key.equals(name)) {
                changed.put(key, value instanceof Map<?, ?> object ? without(named(object), name) : value);
            }
        });
        return changed;
    }

    private static Map<String, ?> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }
}
