package io.modernize.cmdb.tenancy.database.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares free space with the floor that is configured. For the database, it asks the file system of its directory if
 * that is on this machine, and how much is left of its greatest size if that is known. The smaller one counts.
 */
@Component
@EnableConfigurationProperties(StorageProperties.class)
class PostgresFreeSpace implements FreeSpace {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresFreeSpace.class);

    /** Short: in this time, several uploads and imports store some hundred megabytes, a part of the floor. */
    private static final Duration ANSWER_AGE = Duration.ofSeconds(5);

    private static final Shortage OF_DATABASE =
            new Shortage("the database has less free space than it needs to keep working");
    private static final Shortage OF_DIRECTORY = new Shortage("the disk has less free space than has to stay free");

    private final StorageProperties properties;
    private final JdbcClient jdbc;

    /** The one answer about the database. Whether there is a shortage, so that all who ask meanwhile wait for one look. */
    private final Cache<Boolean, Optional<Shortage>> lately =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(ANSWER_AGE).build();

    PostgresFreeSpace(StorageProperties properties, JdbcClient jdbc) {
        this.properties = properties;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Shortage> inDatabase() {
        return lately.get(Boolean.TRUE, unused -> look());
    }

    private Optional<Shortage> look() {
        long free = Long.MAX_VALUE;
        if (isChecked() && properties.directory() != null) {
            free = usable(properties.directory());
        }
        if (isChecked() && properties.maxSize() != null) {
            free = Math.min(free, properties.maxSize().toBytes() - databaseBytes());
        }
        return shortage(free, OF_DATABASE);
    }

    @Override
    public Optional<Shortage> at(Path directory) {
        return isChecked() ? shortage(usable(directory), OF_DIRECTORY) : Optional.empty();
    }

    private boolean isChecked() {
        return properties.minFreeSpace().toBytes() > 0;
    }

    private Optional<Shortage> shortage(long free, Shortage shortage) {
        if (free >= properties.minFreeSpace().toBytes()) {
            return Optional.empty();
        }
        LOG.warn(
                "Uploads, imports and exports are refused: {} ({} bytes are free, at least {} have to be)",
                shortage.reason(),
                free,
                properties.minFreeSpace().toBytes());
        return Optional.of(shortage);
    }

    private long databaseBytes() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** The free bytes on the disk of the directory, or of the nearest directory above it that exists. */
    private static long usable(Path directory) {
        for (@Nullable Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                try {
                    return Files.getFileStore(at).getUsableSpace();
                } catch (IOException e) {
                    // Not knowing is no reason to refuse: the disk itself refuses what it cannot take.
                    LOG.warn("How much space is free at {} cannot be found out", at, e);
                    return Long.MAX_VALUE;
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
