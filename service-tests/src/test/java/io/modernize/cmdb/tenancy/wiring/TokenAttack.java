package io.modernize.cmdb.tenancy.wiring;

import java.util.function.Function;

/**
 * A request, and what it must lead to.
 *
 * @param group under which the documentation lists it
 * @param what is sent, as the documentation says it
 * @param status of the answer
 * @param code of the problem document or of the GraphQL error; empty for none
 */
record TokenAttack(String group, String what, int status, String code, Function<RawHttp, RawHttp.Answer> send) {

    /** Its line in the documentation. */
    String row() {
        return "| " + what + " | " + status + (code.isEmpty() ? "" : " `" + code + "`") + " |";
    }

    @Override
    public String toString() {
        return what;
    }
}
