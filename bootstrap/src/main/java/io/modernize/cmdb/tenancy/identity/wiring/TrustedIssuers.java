package io.modernize.cmdb.tenancy.identity.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registered issuers: nobody else's tokens count, and nobody else is asked for keys. */
public final class TrustedIssuers {
    private final Map<String, TrustedIssuer> byUri;
    private final Map<UUID, TrustedIssuer> byDirectory;

    /** @throws InvalidIdentitySettingsException where two have the same address or speak for the same directory */
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

    /** The one of exactly that address. */
    Optional<TrustedIssuer> find(String issuerUri) {
        return Optional.ofNullable(byUri.get(issuerUri));
    }

    /** An issuer speaks for its own directory; one without, for those that are no other's. */
    boolean speaksFor(TrustedIssuer issuer, UUID directory) {
        return issuer.directoryTenantId().map(directory::equals).orElseGet(() -> !byDirectory.containsKey(directory));
    }
}
