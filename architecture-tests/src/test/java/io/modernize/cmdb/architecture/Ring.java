package io.modernize.cmdb.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What technology a class may know, told by the package it stands in. */
enum Ring {
    DOMAIN,
    APPLICATION,
    PERSISTENCE,
    DEEPINFRA,
    ONNX,
    GRAPHQL,
    BATCH,
    COMPOSITION,
    WIRING,
    OPERATIONS,
    /** The main class, in the root package. */
    MAIN;

    static final Set<String> CAPABILITIES =
            Set.of("tenancy", "audit", "offboarding", "jobs", "inventory", "embedding", "similarity", "administration");

    /** Lives in the web adapters only, so that its rooms need no ring in their names. */
    private static final String API = "api";

    /** Driven and driving adapters; batch jobs are some of them, as a job is one more way in. */
    static final Ring[] ADAPTERS = {PERSISTENCE, DEEPINFRA, ONNX, GRAPHQL, BATCH};

    /** The rings of {@code bootstrap}. */
    static final Ring[] BOOTSTRAP = {WIRING, OPERATIONS, MAIN};

    /** Empty for classes that are not ours, and for ours outside the named packages. */
    static Optional<Ring> of(JavaClass type) {
        if (!Layout.isOurs(type)) {
            return Optional.empty();
        }
        String[] segments = Layout.leafPackage(type).split("\\.");
        if (segments[0].isEmpty()) {
            return Optional.of(MAIN);
        }
        if (segments[0].equals("operations")) {
            return Optional.of(OPERATIONS);
        }
        if (segments[0].equals(API)) {
            return Optional.of(GRAPHQL);
        }
        return CAPABILITIES.contains(segments[0]) ? ofRoom(segments) : Optional.empty();
    }

    /** A capability, a room where it has some, and a ring: without the ring it is the domain. */
    private static Optional<Ring> ofRoom(String[] segments) {
        Optional<Ring> named = Arrays.stream(values())
                .filter(ring -> ring.name().toLowerCase(Locale.ROOT).equals(segments[segments.length - 1]))
                .findFirst();
        int withoutRing = segments.length - (named.isPresent() ? 1 : 0);
        if (withoutRing < 1 || withoutRing > 2) {
            return Optional.empty();
        }
        return named.or(() -> Optional.of(DOMAIN));
    }

    /** The rings whose classes this one may name. */
    Set<Ring> mayKnow() {
        return switch (this) {
            case DOMAIN -> Set.of(DOMAIN);
            case APPLICATION -> Set.of(DOMAIN, APPLICATION);
            case COMPOSITION -> Set.of(DOMAIN, APPLICATION, COMPOSITION);
            case PERSISTENCE, DEEPINFRA, ONNX, GRAPHQL, BATCH -> Set.of(DOMAIN, APPLICATION, this);
            case WIRING, OPERATIONS -> Set.of(values());
            case MAIN -> Set.of(MAIN, OPERATIONS, COMPOSITION);
        };
    }

    static DescribedPredicate<JavaClass> isIn(Ring... rings) {
        Set<Ring> wanted = Set.of(rings);
        String description = "are in ring "
                + Arrays.stream(rings)
                        .map(ring -> ring.name().toLowerCase(Locale.ROOT))
                        .collect(joining(", "));
        return DescribedPredicate.describe(
                description, type -> of(type).filter(wanted::contains).isPresent());
    }
}
