package io.modernize.cmdb.tenancy.application;

/** In-memory state that a transaction can roll back. */
public interface Undoable {
    /** What puts the state back to how it is now. */
    Runnable undo();
}
