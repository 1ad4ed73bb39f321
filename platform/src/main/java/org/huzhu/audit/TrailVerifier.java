package org.huzhu.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells from an export alone, without the server or its database, whether a trail is the one that was sealed.
 *
 * <p>It reads each line once and keeps none. Of records that no block has sealed yet it can say nothing; they are not
 * part of an export.
 */
public final class TrailVerifier {

    /** Enough to see what happened; a rewritten trail would fill a disk with its flaws. */
    private static final int FLAWS_MAX = 100;

    private final Iterator<String> records;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Optional<Anchor> anchor;
    private long pos;
    private long blocks;
    private boolean anchorSeen;
    private String previous = Block.NONE;

    private TrailVerifier(Stream<String> records, Optional<Anchor> anchor) {
        this.records = records.iterator();
        this.anchor = anchor;
    }

    /**
     * What was found.
     *
     * @param blocks how many there were
     * @param records how many there were in them
     * @param flaws the first hundred, in the order of the trail; none where all is well
     */
    public record Verdict(long blocks, long records, List<Flaw> flaws) {

        public Verdict {
            flaws = List.copyOf(flaws);
        }

        /** Whether the trail is as it was sealed. */
        public boolean isWell() {
            return flaws.isEmpty();
        }
    }

    /**
     * Verifies an export.
     *
     * @param anchor what was kept elsewhere; without it a trail that was rewritten from some point on looks well
     */
    public static Verdict verify(Stream<String> records, Stream<String> blocks, Optional<Anchor> anchor) {
        TrailVerifier verifier = new TrailVerifier(records, anchor);
        blocks.forEachOrdered(verifier::block);
        return verifier.verdict();
    }

    private void block(String line) {
        blocks++;
        try {
            look(Block.parse(line));
        } catch (IllegalArgumentException e) {
            found(Flaw.Kind.BLOCK, blocks);
        }
    }

    private void look(Block block) {
        if (block.number() != blocks || block.count() < 1 || block.firstPos() != pos + 1) {
            found(Flaw.Kind.BLOCK, blocks);
        }
        if (!block.hashOfRest().equals(block.hash())) {
            found(Flaw.Kind.HASH, blocks);
        }
        if (!block.previous().equals(previous)) {
            found(Flaw.Kind.CHAIN, blocks);
        }
        previous = block.hash();
        content(block);
        if (anchor.isPresent() && anchor.get().block() == blocks) {
            anchorSeen = true;
            if (!anchor.get().equals(Anchor.of(block))) {
                found(Flaw.Kind.ANCHOR, blocks);
            }
        }
    }

    private void content(Block block) {
        MerkleTree tree = new MerkleTree();
        while (pos < block.lastPos() && records.hasNext()) {
            pos++;
            record(records.next(), tree);
        }
        if (pos < block.lastPos()) {
            found(Flaw.Kind.POSITION, pos + 1);
        }
        if (tree.count() != block.count()
                || !HexFormat.of().formatHex(tree.root()).equals(block.root())) {
            found(Flaw.Kind.CONTENT, blocks);
        }
    }

    private void record(String line, MerkleTree tree) {
        try {
            SealedLine sealed = SealedLine.parse(line);
            if (sealed.pos() != pos) {
                found(Flaw.Kind.POSITION, pos);
            }
            tree.add(sealed.bytes());
        } catch (IllegalArgumentException e) {
            found(Flaw.Kind.RECORD, pos);
        }
    }

    private Verdict verdict() {
        if (records.hasNext()) {
            found(Flaw.Kind.POSITION, pos + 1);
        }
        if (anchor.isPresent() && !anchorSeen) {
            found(Flaw.Kind.ANCHOR, anchor.get().block());
        }
        return new Verdict(blocks, pos, flaws);
    }

    private void found(Flaw.Kind kind, long place) {
        if (flaws.size() < FLAWS_MAX) {
            flaws.add(new Flaw(kind, place));
        }
    }
}
