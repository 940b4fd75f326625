package io.modernize.cmdb.api.documents;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Parsed documents of identities, with a bound on all of them together. When there are too many, the directory of
 * identities that has the most loses the one that it used least recently. A directory that has no more than its fair share
 * therefore keeps its documents, whatever the identities of other directories send.
 */
final class KeptDocuments {
    /** A document counts as long at least, so that the number of directories is bounded, too. */
    static final int LEAST_CHARACTERS = 500;

    private static final Duration MAX_IDLE = Duration.ofMinutes(10);

    private final long mostCharacters;
    private final LongSupplier nanos;
    private final Map<UUID, Directory> directories = new HashMap<>();
    private long characters;

    /**
     * @param mostCharacters of all documents
     * @param nanos the source of {@link System#nanoTime}
     */
    KeptDocuments(long mostCharacters, LongSupplier nanos) {
        this.mostCharacters = mostCharacters;
        this.nanos = nanos;
    }

    /** The parsed document; null if it is not kept. */
    synchronized @Nullable PreparsedDocumentEntry find(PrincipalIdentity identity, String document) {
        Directory directory = directories.get(identity.directoryTenantId());
        Kept kept = directory == null ? null : directory.documents.get(new Sent(identity, document));
        if (kept == null) {
            return null;
        }
        kept.usedAtNanos = nanos.getAsLong();
        return kept.parsed;
    }

    /** Keeps a document, and drops others for it. */
    synchronized void keep(PrincipalIdentity identity, String document, PreparsedDocumentEntry parsed) {
        dropIdle();
        Sent sent = new Sent(identity, document);
        Directory directory = directories.computeIfAbsent(identity.directoryTenantId(), unused -> new Directory());
        if (directory.documents.put(sent, new Kept(parsed, nanos.getAsLong())) == null) {
            directory.characters += sent.weight();
            characters += sent.weight();
        }
        while (characters > mostCharacters) {
            directories.values().stream()
                    .max(Comparator.comparingLong(most -> most.characters))
                    .ifPresent(this::dropOldest);
        }
        directories.values().removeIf(rest -> rest.documents.isEmpty());
    }

    private void dropIdle() {
        long now = nanos.getAsLong();
        for (Directory directory : directories.values()) {
            while (!directory.documents.isEmpty()
                    && now - directory.documents.firstEntry().getValue().usedAtNanos > MAX_IDLE.toNanos()) {
                dropOldest(directory);
            }
        }
    }

    private void dropOldest(Directory directory) {
        Iterator<Sent> oldest = directory.documents.keySet().iterator();
        int weight = oldest.next().weight();
        oldest.remove();
        directory.characters -= weight;
        characters -= weight;
    }

    private record Sent(PrincipalIdentity identity, String document) {
        int weight() {
            return Math.max(LEAST_CHARACTERS, document.length());
        }
    }

    private static final class Kept {
        private final PreparsedDocumentEntry parsed;
        private long usedAtNanos;

        private Kept(PreparsedDocumentEntry parsed, long usedAtNanos) {
            this.parsed = parsed;
            this.usedAtNanos = usedAtNanos;
        }
    }

    private static final class Directory {
        /** In the order of their last use. */
        private final LinkedHashMap<Sent, Kept> documents = new LinkedHashMap<>(16, 0.75F, true);

        private long characters;
    }
}
