package io.modernize.cmdb.operations.isolation;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Values for arguments, by the name of the field and of the argument. */
final class Samples {
    private static final Map<String, IdKind> IDS = Map.ofEntries(
            Map.entry("assetsLike.assetId", IdKind.ASSET),
            Map.entry("asset.id", IdKind.ASSET),
            Map.entry("importReport.id", IdKind.IMPORT),
            Map.entry("job.id", IdKind.JOB),
            Map.entry("stopJob.id", IdKind.JOB),
            Map.entry("restartJob.id", IdKind.JOB),
            Map.entry("startImport.uploadId", IdKind.UPLOAD),
            Map.entry("changeMembership.id", IdKind.MEMBERSHIP),
            Map.entry("revokeMembership.id", IdKind.MEMBERSHIP),
            Map.entry("grantMembership.directoryTenantId", IdKind.IDENTITY),
            Map.entry("grantMembership.objectId", IdKind.IDENTITY),
            Map.entry("renameEngagement.id", IdKind.ENGAGEMENT),
            Map.entry("dismissDuplicateGroup.groupId", IdKind.DUPLICATE_GROUP),
            Map.entry("restoreDuplicateGroup.groupId", IdKind.DUPLICATE_GROUP));

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
            Map.entry("startOffboarding.confirm", "no-such-slug"),
            Map.entry("grantMembership.role", "VIEWER"),
            Map.entry("changeMembership.role", "AGENT"),
            // Taken already, so that asking changes nothing.
            Map.entry("createEngagement.slug", Estate.ENGAGEMENTS.getFirst()),
            Map.entry("createEngagement.name", "Anew"),
            Map.entry("renameEngagement.name", "Renamed"),
            Map.entry("renameClientAccount.name", "Renamed"));

    private Samples() {}

    /**
     * What the argument identifies; null for one that identifies nothing.
     *
     * @throws IllegalStateException for a new argument of the type {@code ID} that nobody has classified
     */
    static @org.jspecify.annotations.Nullable IdKind idKind(RootField field, GraphQLArgument argument) {
        if (!GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID")) {
            return null;
        }
        if (argument.getName().equals("engagementId") || argument.getName().equals("engagementIds")) {
            return IdKind.ENGAGEMENT;
        }
        return Objects.requireNonNull(
                IDS.get(field.name() + "." + argument.getName()),
                () -> "say in Samples what the id " + argument.getName() + " of " + field.name() + " identifies");
    }

    /** The id as the argument takes it: alone, or in a list. */
    static Object value(GraphQLArgument argument, String id) {
        return GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLList ? List.of(id) : id;
    }

    /** A value for each argument that needs one, and for each id. */
    static Map<String, Object> variables(RootField field, Function<IdKind, String> ids) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (GraphQLArgument argument : field.arguments()) {
            IdKind kind = idKind(field, argument);
            if (kind != null) {
                values.put(argument.getName(), value(argument, ids.apply(kind)));
            } else if (argument.getType() instanceof GraphQLNonNull) {
                values.put(
                        argument.getName(),
                        Objects.requireNonNull(
                                VALUES.get(field.name() + "." + argument.getName()),
                                () -> "give a sample of " + argument.getName() + " of " + field.name()));
            }
        }
        return values;
    }
}
