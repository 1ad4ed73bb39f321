package org.huzhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.huzhu.crypto.Digests;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void sm3_gives_what_its_standard_gives() {
        assertThat(HexFormat.of().formatHex(Digests.sm3("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void the_root_is_that_of_the_definition() {
        Cases.check(300, cases -> {
            List<byte[]> entries = new ArrayList<>();
            for (long i = cases.wholeBetween(1, 70); i > 0; i--) {
                entries.add(new byte[] {(byte) cases.wholeBetween(0, 255), (byte) i});
            }
            MerkleTree tree = new MerkleTree();
            entries.forEach(tree::add);

            assertThat(tree.root()).isEqualTo(definition(entries));
        });
    }

    /** RFC 6962 section 2.1, word by word. */
    private static byte[] definition(List<byte[]> entries) {
        if (entries.size() == 1) {
            return Digests.sm3(new byte[] {0}, entries.getFirst());
        }
        int k = Integer.highestOneBit(entries.size() - 1);
        return Digests.sm3(
                new byte[] {1}, definition(entries.subList(0, k)), definition(entries.subList(k, entries.size())));
    }
}
