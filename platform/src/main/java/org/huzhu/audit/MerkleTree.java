package org.huzhu.audit;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.crypto.Digests;
import org.huzhu.kernel.Require;

/**
 * The root of a Merkle tree over a sequence, by the rules of RFC 6962 section 2.1 with SM3: a leaf is hashed after a
 * byte 0, a node after a byte 1, and the left side of a node is the largest full tree. It keeps one hash a level.
 */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /**
     * Roots of full trees, each smaller than the one before; bit k of {@code count} says whether one of 2^k is here.
     */
    private final List<byte[]> full = new ArrayList<>();

    private long count;

    void add(byte[] entry) {
        byte[] hash = Digests.sm3(LEAF, entry);
        for (long bits = count; (bits & 1) == 1; bits >>= 1) {
            hash = Digests.sm3(NODE, full.removeLast(), hash);
        }
        full.add(hash);
        count++;
    }

    long count() {
        return count;
    }

    byte[] root() {
        Require.that(count > 0, "A tree of nothing has no root");
        byte[] root = full.getLast();
        for (int i = full.size() - 2; i >= 0; i--) {
            root = Digests.sm3(NODE, full.get(i), root);
        }
        return root;
    }
}
