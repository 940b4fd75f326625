package io.modernize.cmdb.tenancy.application;

import java.util.List;

/** The secrets of cursors. Nobody but the service can make cursors with them, and all its instances have the same. */
public interface CursorSecrets {
    /** The secrets: at least one, each of 32 bytes or more. The first one seals, and all of them open. */
    List<byte[]> secrets();
}
