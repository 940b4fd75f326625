package io.modernize.cmdb.inventory.archive.batch;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of an export, with a folder for each engagement. Until the export is finished, a file in it tells which
 * export it belongs to. The same export may begin there again, and nothing else is overwritten.
 */
final class ArchiveDirectory {
    static final String ASSETS = "assets.jsonl";
    static final String RELATIONS = "relations.csv";
    static final String EMBEDDINGS = "embeddings.jsonl";
    static final String MANIFEST = "manifest.json";
    static final String MARKER = "export-is-unfinished.txt";

    private static final List<String> FILES = List.of(ASSETS, RELATIONS, EMBEDDINGS, MANIFEST);

    private final Path root;

    private ArchiveDirectory(Path root) {
        this.root = root;
    }

    /** The decision whether a directory may be used. Useless files in a directory that may be used are gone. */
    sealed interface Claim {
        record Granted(ArchiveDirectory directory) implements Claim {}

        record Denied(String reason) implements Claim {}
    }

    static Claim claim(Path directory, ClientAccount account, List<Engagement> engagements) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        String owner = owner(account, engagements);
        Path marker = root.resolve(MARKER);
        if (Files.exists(root) && !Files.isDirectory(root)) {
            return new Claim.Denied(root + " is not a directory");
        }
        Files.createDirectories(root, ArchiveFile.ownersOnly(root, "rwx------"));
        if (Files.exists(marker)) {
            if (!Files.readString(marker).equals(owner)) {
                return new Claim.Denied(
                        root + " holds an unfinished export of something else; choose another directory");
            }
            clear(root);
        } else if (!children(root).isEmpty()) {
            return new Claim.Denied(root + " is not empty; choose another directory");
        } else {
            Files.writeString(marker, owner);
        }
        return new Claim.Granted(new ArchiveDirectory(root));
    }

    private static String owner(ClientAccount account, List<Engagement> engagements) {
        return "This export is not finished. Give the same command again.\nclient account " + account.id()
                + "\nengagements "
                + engagements.stream()
                        .map(engagement -> engagement.id().toString())
                        .sorted()
                        .collect(Collectors.joining(" "))
                + "\n";
    }

    /** Deletes the files that an export writes, and no file that somebody else may have put there. */
    private static void clear(Path root) throws IOException {
        for (Path folder : children(root)) {
            if (Files.isDirectory(folder)) {
                for (String name : FILES) {
                    Files.deleteIfExists(folder.resolve(name));
                    Files.deleteIfExists(folder.resolve(name + ArchiveFile.UNFINISHED));
                }
                try {
                    Files.delete(folder);
                } catch (DirectoryNotEmptyException e) {
                    // Something else lies in it.
                }
            }
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The folder of an engagement. It is named by the slug, which is a valid file name everywhere. */
    Path folder(Engagement engagement) throws IOException {
        Path folder = root.resolve(engagement.slug().value());
        return Files.createDirectories(folder, ArchiveFile.ownersOnly(folder, "rwx------"));
    }

    void finish() throws IOException {
        Files.delete(root.resolve(MARKER));
    }
}
