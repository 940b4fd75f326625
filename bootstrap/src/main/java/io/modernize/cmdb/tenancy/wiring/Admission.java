package io.modernize.cmdb.tenancy.wiring;

/**
 * What becomes of a new connection.
 *
 * @param <C> a connection
 */
sealed interface Admission<C> {
    /** It may stay. */
    record Granted<C>() implements Admission<C> {}

    /**
     * It may stay, and another one of the same address has to go.
     *
     * @param displaced the oldest connection of the address that is serving no request
     */
    record Instead<C>(C displaced) implements Admission<C> {}

    /** It has to go. All connections that the address may have are serving requests. */
    record Refused<C>() implements Admission<C> {}
}
