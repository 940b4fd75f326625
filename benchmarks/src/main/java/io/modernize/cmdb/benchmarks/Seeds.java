package io.modernize.cmdb.benchmarks;

import java.util.SplittableRandom;
import java.util.UUID;

/** Random numbers that depend on a place in the data alone, so that any row can be made again without those before it. */
public final class Seeds {
    private static final long BASE = 20_260_101L;

    private Seeds() {}

    /** The purposes of the numbers. Two purposes never share a stream. */
    enum Purpose {
        CENTRES,
        DIRECTIONS,
        CLIENT_TOPICS,
        CLIENT_OF_ROW,
        ATTRIBUTES,
        VECTOR,
        IDENTIFIER,
        QUESTION,
        LOAD,
        SIDE_ENGAGEMENT,
        TEXT_ASSET,
        TEXT_QUESTION
    }

    static SplittableRandom random(Purpose purpose, long number) {
        return new SplittableRandom(mix(mix(BASE + purpose.ordinal()) + number));
    }

    static UUID identifier(Purpose purpose, long number) {
        SplittableRandom random = random(purpose, number);
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The finaliser of MurmurHash3: neighbouring numbers become unrelated ones. */
    private static long mix(long number) {
        long mixed = number;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
