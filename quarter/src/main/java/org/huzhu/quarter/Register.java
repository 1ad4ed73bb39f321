package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.MemberPart.State;
import org.huzhu.quarter.Part.Reject;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.NumberIndex;
import org.huzhu.quarter.table.Workers;

/**
 * The persons of a settlement, drawer by drawer. Where one person bears different member numbers it is still one
 * person, who is paid once. Two persons may not bear one member number: of such rows the first stands.
 */
final class Register {

    private static final int SHIFT = 18;
    private static final int PLACE = (1 << SHIFT) - 1;

    private final MemberPart[] parts;
    private final List<Reject> rejects = new ArrayList<>();
    private final Persons[] drawers;

    /** Takes the rows up; the card that is valid on {@code lastDay} of the quarter, inclusive, is the one paid to. */
    Register(List<MemberPart> members, int lastDay, ExecutorService workers) {
        parts = members.toArray(MemberPart[]::new);
        Workers.each(workers, Drawers.COUNT, this::refuseConflicting).forEach(rejects::addAll);
        members.forEach(part -> part.byNumber().clear());
        drawers = Workers.each(workers, Drawers.COUNT, drawer -> new Persons(parts, drawer, lastDay))
                .toArray(Persons[]::new);
    }

    List<Reject> rejects() {
        return rejects;
    }

    Persons drawer(int drawer) {
        return drawers[drawer];
    }

    /** How many rows give a person a further member number. */
    int furtherNumbers() {
        int sum = 0;
        for (Persons persons : drawers) {
            sum += persons.furtherNumbers();
        }
        return sum;
    }

    /** The key of the person in the register with this member number, or {@link IdNumber#NONE}. */
    long withMemberNo(String memberNo) {
        byte[] wanted = memberNo.getBytes(StandardCharsets.UTF_8);
        for (MemberPart part : parts) {
            for (int row = 0; row < part.size(); row++) {
                if (part.state(row) == State.FIRST && part.hasText(row, CardPart.MEMBER_NO, wanted, 0, wanted.length)) {
                    return part.key(row);
                }
            }
        }
        return IdNumber.NONE;
    }

    /** Finds the rows of a drawer of member numbers whose number is that of another person. */
    private List<Reject> refuseConflicting(int drawer) {
        int rows = 0;
        for (MemberPart part : parts) {
            rows += part.byNumber().to(drawer) - part.byNumber().from(drawer);
        }
        NumberIndex holders = new NumberIndex(this::hasMemberNo, rows);
        List<Reject> refused = new ArrayList<>();
        for (int p = 0; p < parts.length; p++) {
            MemberPart part = parts[p];
            Drawers byNumber = part.byNumber();
            for (int at = byNumber.from(drawer); at < byNumber.to(drawer); at++) {
                int place = byNumber.row(at);
                int holder = holders.put(
                        byNumber.key(at),
                        (p << SHIFT) | place,
                        part.texts(),
                        part.textFrom(place, CardPart.MEMBER_NO),
                        part.textTo(place, CardPart.MEMBER_NO));
                if (holder != NumberIndex.NONE) {
                    compare(part, place, holder, refused);
                }
            }
        }
        return refused;
    }

    private void compare(MemberPart part, int place, int holder, List<Reject> refused) {
        MemberPart holderPart = parts[holder >> SHIFT];
        long key = holderPart.key(holder & PLACE);
        if (key == part.key(place)) {
            part.become(place, State.AGAIN);
            return;
        }
        part.become(place, State.REJECTED);
        String memberNo = part.text(place, CardPart.MEMBER_NO);
        String detail = "会员号" + memberNo + "已属于身份证号为" + new IdNumber(key) + "的另一人";
        refused.add(part.reject(place, memberNo, Reason.CONFLICTING, detail));
    }

    private boolean hasMemberNo(int row, byte[] bytes, int from, int to) {
        return parts[row >> SHIFT].hasText(row & PLACE, CardPart.MEMBER_NO, bytes, from, to);
    }
}
