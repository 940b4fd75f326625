package io.modernize.cmdb.tenancy.database.persistence;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is known about the space of the database. PostgreSQL does not tell ordinary logins how much of its disk is free,
 * so the operator says what applies.
 *
 * @param minFreeSpace the space that stays free; with less, uploads, imports and exports are refused; 0 for no check
 * @param maxSize the space that the database may take, such as the size of its disk; null if it is not known
 * @param dataDirectory a directory on the database's disk, if this machine has one; null or blank if not
 */
@ConfigurationProperties("cmdb.database")
record StorageProperties(
        @DefaultValue("2GB") DataSize minFreeSpace,
        @Nullable DataSize maxSize,
        @Nullable String dataDirectory) {
    StorageProperties {
        if (minFreeSpace.isNegative()) {
            throw new IllegalArgumentException("cmdb.database.min-free-space is 0 or more");
        }
        if (dataDirectory != null && !dataDirectory.isBlank() && !Files.exists(Path.of(dataDirectory))) {
            throw new IllegalArgumentException("cmdb.database.data-directory, " + dataDirectory
                    + ", does not exist on this machine; leave it out if the database runs on another one");
        }
    }

    /** The directory on the database's disk. Null if there is none here. */
    @Nullable
    Path directory() {
        return dataDirectory == null || dataDirectory.isBlank() ? null : Path.of(dataDirectory);
    }
}
