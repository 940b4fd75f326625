package io.modernize.cmdb.tenancy.shares.application;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The disks that client accounts share. If a disk becomes full, nobody can work any more, so work that needs much space
 * asks here before it begins. An answer may be some seconds old.
 */
public interface FreeSpace {
    /** The shortage of the database. Empty if there is room for more. */
    Optional<Shortage> inDatabase();

    /** The shortage on the disk of a directory, which need not exist yet. Empty if there is room for more. */
    Optional<Shortage> at(Path directory);

    /**
     * Less space than has to stay free.
     *
     * @param reason fit for people; it has no numbers, because they would tell how much others store
     */
    record Shortage(String reason) {}
}
