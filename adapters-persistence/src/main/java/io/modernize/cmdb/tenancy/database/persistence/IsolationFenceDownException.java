package io.modernize.cmdb.tenancy.database.persistence;

import java.util.List;

/** The database would not keep client accounts apart, so the service must not start. */
final class IsolationFenceDownException extends RuntimeException {
    private final List<String> faults;

    IsolationFenceDownException(List<String> faults) {
        super("isolation fences are down: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
