package io.modernize.cmdb.tenancy.application;

import java.util.List;

/** What the service keeps to itself, so that nobody else can make cursors; the same in all its instances. */
public interface CursorSecrets {
    /** At least one, each of 32 bytes or more. The first seals; all of them open. */
    List<byte[]> secrets();
}
