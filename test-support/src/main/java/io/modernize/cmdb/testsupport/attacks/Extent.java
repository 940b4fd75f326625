package io.modernize.cmdb.testsupport.attacks;

/**
 * How large the data of attacks is. What an attacker does with it is the same for each extent.
 *
 * @param lexicalRows rows with as much text as the formats of imports allow
 * @param answerRows rows with fifteen source attributes of 65,000 characters
 * @param uploadBytes bytes of each file that is uploaded and never imported
 * @param sockets connections that send a byte now and then
 */
public record Extent(int lexicalRows, int answerRows, long uploadBytes, int sockets) {
    private static final long MEGABYTE = 1L << 20;

    /** All that the limits allow. */
    public static Extent full() {
        return new Extent(150, 110, 256 * MEGABYTE, 8_000);
    }

    /** For a look within minutes. */
    public static Extent quick() {
        return new Extent(80, 40, 32 * MEGABYTE, 2_000);
    }

    /** For a test that asserts on outcomes. */
    public static Extent small() {
        return new Extent(4, 3, MEGABYTE, 60);
    }
}
