package io.modernize.cmdb.testsupport.attacks;

import java.util.List;

/** All attacks, in the order in which they are made: those that leave work behind come last. */
public final class Attacks {
    private Attacks() {}

    /** Every attack once, with data of that extent. */
    public static List<Attack> of(Extent extent) {
        return List.of(
                new LongQueryAttack(),
                new HeavyLexicalAttack(extent.lexicalRows()),
                new BigAnswerAttack(extent.answerRows()),
                new SlowReaderAttack(),
                new SlowSocketAttack(extent.sockets()),
                new RandomDocumentAttack(),
                new UploadAttack(extent.uploadBytes()),
                new JobAttack(),
                new ImportAttack());
    }
}
