package org.huzhu.replay;

import java.util.List;
import java.util.stream.IntStream;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.replay.Comparison.MemberChange;
import org.huzhu.replay.Comparison.Moved;
import org.huzhu.replay.Comparison.MovedStep;
import org.huzhu.replay.Comparison.Movement;

/** Looks at what each member has before and after. */
final class Movements {

    private static final int GAIN = 0;
    private static final int LOSS = 1;

    private final Ladder ladder = Ladder.CHANGES;
    private final long[][] members = new long[2][ladder.steps()];
    private final long[][] fen = new long[2][ladder.steps()];
    private long same;
    private long newly;
    private long noLonger;
    private final int[] largestPart = new int[Comparison.LARGEST + 1];
    private final int[] largestMember = new int[Comparison.LARGEST + 1];
    private final long[] largestChange = new long[Comparison.LARGEST + 1];
    private int kept;

    private Movements() {}

    static Movements between(Outcome before, Outcome after, Holders holders, int parts) {
        Movements movements = new Movements();
        for (int part = 0; part < parts; part++) {
            long[] old = before.sums(part);
            long[] now = after.sums(part);
            for (int member : holders.of(part)) {
                movements.add(part, member, old[member], now[member]);
            }
        }
        return movements;
    }

    private void add(int part, int member, long before, long after) {
        long change = after - before;
        if (change == 0) {
            same += after > 0 ? 1 : 0;
            return;
        }
        int direction = change > 0 ? GAIN : LOSS;
        int step = ladder.step(Math.abs(change));
        members[direction][step]++;
        fen[direction][step] += Math.abs(change);
        newly += before == 0 ? 1 : 0;
        noLonger += after == 0 ? 1 : 0;
        keep(part, member, Math.abs(change));
    }

    /** Keeps the largest in order; of equal ones, the first that came. */
    private void keep(int part, int member, long change) {
        if (kept == Comparison.LARGEST && change <= largestChange[kept - 1]) {
            return;
        }
        int at = kept;
        while (at > 0 && largestChange[at - 1] < change) {
            largestChange[at] = largestChange[at - 1];
            largestPart[at] = largestPart[at - 1];
            largestMember[at] = largestMember[at - 1];
            at--;
        }
        largestChange[at] = change;
        largestPart[at] = part;
        largestMember[at] = member;
        kept = Math.min(kept + 1, Comparison.LARGEST);
    }

    Movement movement(long holders) {
        return new Movement(holders, all(GAIN), all(LOSS), same, newly, noLonger, steps(GAIN), steps(LOSS));
    }

    private Moved all(int direction) {
        return new Moved(
                IntStream.range(0, ladder.steps())
                        .mapToLong(step -> members[direction][step])
                        .sum(),
                IntStream.range(0, ladder.steps())
                        .mapToLong(step -> fen[direction][step])
                        .sum());
    }

    private List<MovedStep> steps(int direction) {
        List<String> labels = ladder.labels();
        return IntStream.range(0, ladder.steps())
                .mapToObj(step ->
                        new MovedStep(labels.get(step), new Moved(members[direction][step], fen[direction][step])))
                .toList();
    }

    List<MemberChange> largest(List<Part> parts, Words words, Outcome before, Outcome after, Holders holders) {
        return IntStream.range(0, kept)
                .mapToObj(i -> {
                    int part = largestPart[i];
                    int member = largestMember[i];
                    return new MemberChange(
                            (long) holders.offset(part) + member,
                            words.word(parts.get(part).members().agency(member)),
                            before.sums(part)[member],
                            after.sums(part)[member]);
                })
                .toList();
    }
}
