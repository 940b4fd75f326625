package io.modernize.cmdb.tenancy.identity.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registered issuers. Tokens of other issuers are refused, and no other issuer is asked for keys. */
public final class TrustedIssuers {
    private final Map<String, TrustedIssuer> byUri;
    private final Map<UUID, TrustedIssuer> byDirectory;

    /** @throws InvalidIdentitySettingsException if two have the same address or speak for the same directory */
    public TrustedIssuers(List<TrustedIssuer> issuers) {
        issuers.stream()
                .collect(Collectors.groupingBy(TrustedIssuer::issuerUri, Collectors.counting()))
                .forEach((uri, times) -> requireOnce("The issuer " + uri + " is registered", times));
        issuers.stream()
                .flatMap(issuer -> issuer.directoryTenantId().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((directory, times) -> requireOnce("The directory " + directory + " has issuers", times));
        if (issuers.stream()
                        .filter(issuer -> issuer.directoryTenantId().isEmpty())
                        .count()
                > 1) {
            throw new InvalidIdentitySettingsException(
                    "Several issuers name no directory, so that each could speak for the identities of the others.",
                    "Set directory-tenant-id of all of them but one.");
        }
        byUri = issuers.stream().collect(Collectors.toUnmodifiableMap(TrustedIssuer::issuerUri, Function.identity()));
        Map<UUID, TrustedIssuer> directories = new HashMap<>();
        issuers.forEach(issuer -> issuer.directoryTenantId().ifPresent(id -> directories.put(id, issuer)));
        byDirectory = Map.copyOf(directories);
    }

    private static void requireOnce(String what, long times) {
        if (times > 1) {
            throw new InvalidIdentitySettingsException(
                    what + " " + times + " times.",
                    "Register it once, with all of its audiences. The issuer of"
                            + " spring.security.oauth2.resourceserver.jwt counts as one of cmdb.identity.issuers.");
        }
    }

    public List<TrustedIssuer> all() {
        return List.copyOf(byUri.values());
    }

    /** The issuer with exactly that address. */
    Optional<TrustedIssuer> find(String issuerUri) {
        return Optional.ofNullable(byUri.get(issuerUri));
    }

    /**
     * Whether the issuer speaks for the directory. An issuer speaks for its own directory. An issuer without one speaks
     * for the directories that are no other issuer's.
     */
    boolean speaksFor(TrustedIssuer issuer, UUID directory) {
        return issuer.directoryTenantId().map(directory::equals).orElseGet(() -> !byDirectory.containsKey(directory));
    }
}
