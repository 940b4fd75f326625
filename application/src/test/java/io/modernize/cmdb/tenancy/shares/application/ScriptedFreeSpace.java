package io.modernize.cmdb.tenancy.shares.application;

import java.nio.file.Path;
import java.util.Optional;

/** Has room until it is told otherwise. */
public final class ScriptedFreeSpace implements FreeSpace {
    private volatile Optional<Shortage> shortage = Optional.empty();

    /** From now on, no disk has room. */
    public void becomeShort() {
        shortage = Optional.of(new Shortage("the disk is nearly full"));
    }

    /** From now on, there is room again. */
    public void becomeFree() {
        shortage = Optional.empty();
    }

    @Override
    public Optional<Shortage> inDatabase() {
        return shortage;
    }

    @Override
    public Optional<Shortage> at(Path directory) {
        return shortage;
    }
}
