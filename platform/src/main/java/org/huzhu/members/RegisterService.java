package org.huzhu.members;

import static org.huzhu.members.MemberRefused.Reason.ALREADY_IN_UNIT;
import static org.huzhu.members.MemberRefused.Reason.DAY_NOT_POSSIBLE;
import static org.huzhu.members.MemberRefused.Reason.EMPLOYMENTS_OVERLAP;
import static org.huzhu.members.MemberRefused.Reason.NOTHING_TO_CHANGE;
import static org.huzhu.members.MemberRefused.Reason.NOT_FOUND;
import static org.huzhu.members.MemberRefused.Reason.UNIT_NOT_OPEN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.JdbcMembers.Place;
import org.huzhu.members.MemberDetail.Category;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberDetail.Employment;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RegisterService implements MemberRegister {

    private static final UUID FIRST = new UUID(0, 0);

    private final Desk desk;
    private final UnionTree tree;
    private final JdbcMembers members;
    private final JdbcFile file;
    private final JdbcWishes wishes;

    RegisterService(Desk desk, UnionTree tree, JdbcMembers members, JdbcFile file, JdbcWishes wishes) {
        this.desk = desk;
        this.tree = tree;
        this.members = members;
        this.file = file;
        this.wishes = wishes;
    }

    @Override
    public UUID admit(Caller caller, UUID unit, Newcomer newcomer) {
        Place place = open(unit);
        desk.require(caller, Operation.MEMBER_ADMIT, place.path());
        requireNotAhead(newcomer.employedFrom());
        UUID id = desk.freshId();
        try {
            members.add(id, place, newcomer, desk.today());
        } catch (DuplicateKeyException e) {
            throw refused(ALREADY_IN_UNIT, e);
        }
        newcomer.phone().ifPresent(phone -> members.setPhone(id, Optional.of(phone)));
        newcomer.address().ifPresent(address -> members.setAddress(id, Optional.of(address)));
        desk.changed(Operation.MEMBER_ADMIT.title(), id, Optional.empty(), members.digest(id));
        return id;
    }

    private Place open(UUID unit) {
        Organisation found = tree.find(unit)
                .filter(organisation -> organisation.closedOn().isEmpty())
                .orElseThrow(() -> new MemberRefused(UNIT_NOT_OPEN));
        return new Place(unit, found.path());
    }

    private void requireNotAhead(LocalDate day) {
        if (day.isAfter(desk.today())) {
            throw new MemberRefused(DAY_NOT_POSSIBLE);
        }
    }

    @Override
    public List<MemberLine> findByPaper(Caller caller, Paper paper) {
        requireView(caller);
        return members.byPaper(paper);
    }

    @Override
    public List<MemberLine> findByCard(Caller caller, CardNumber card) {
        requireView(caller);
        return members.byCard(card.digits());
    }

    @Override
    public List<MemberLine> findByPhone(Caller caller, Phone phone) {
        requireView(caller);
        return members.byPhone(phone);
    }

    @Override
    public List<MemberLine> findByName(Caller caller, String text, int max) {
        requireView(caller);
        return members.byName(text, max);
    }

    @Override
    public List<MemberLine> ofUnit(Caller caller, UUID unit, Optional<UUID> after, int max) {
        requireView(caller);
        Optional<MemberLine> last = after.flatMap(members::find);
        return members.ofUnit(
                unit,
                last.map(MemberLine::name).orElse(""),
                last.map(MemberLine::id).orElse(FIRST),
                max);
    }

    @Override
    public long count(Caller caller, UUID unit) {
        requireView(caller);
        return members.count(unit);
    }

    /** Lets a caller look around his own organisation; what lies beyond it is not found. */
    private void requireView(Caller caller) {
        desk.require(caller, Operation.MEMBER_VIEW, caller.path().orElse(""));
    }

    @Override
    public MemberDetail detail(Caller caller, UUID member) {
        MemberLine line = members.find(member).orElseThrow(() -> new MemberRefused(NOT_FOUND));
        desk.require(caller, Operation.OWN_VIEW, Operation.MEMBER_VIEW, line.path());
        List<MemberLine> merged = members.mergedInto(member);
        List<UUID> persons = Stream.concat(Stream.of(line), merged.stream())
                .map(MemberLine::id)
                .toList();
        List<Employment> employments = file.employments(persons);
        return new MemberDetail(
                line,
                members.hasAddress(member),
                employments,
                file.cards(persons),
                categories(file.categories(persons), employments),
                file.relatives(persons).stream()
                        .filter(relative -> !Children.isHidden(caller, relative, desk.today()))
                        .toList(),
                wishes.consents(persons),
                wishes.corrections(persons),
                merged);
    }

    /** Whoever works and is nothing else is in service, which is written down of nobody who came by a roster. */
    private List<Category> categories(List<Category> listed, List<Employment> employments) {
        return listed.stream().anyMatch(category -> category.span().contains(desk.today()))
                ? listed
                : Stream.concat(
                                employments.stream()
                                        .filter(employment -> employment.span().contains(desk.today()))
                                        .map(employment -> new Category(CategoryKind.EMPLOYED, employment.span())),
                                listed.stream())
                        .toList();
    }

    @Override
    public void rename(Caller caller, UUID member, PersonName name) {
        change(caller, member, "member.rename", id -> members.rename(id, name));
    }

    @Override
    public void changePhone(Caller caller, UUID member, Optional<Phone> phone) {
        change(caller, member, "member.phone", id -> members.setPhone(id, phone));
    }

    @Override
    public void changeAddress(Caller caller, UUID member, Optional<String> address) {
        change(caller, member, "member.address", id -> members.setAddress(id, address));
    }

    @Override
    public void transfer(Caller caller, UUID member, UUID unit, LocalDate from) {
        Place place = open(unit);
        desk.require(caller, Operation.MEMBER_ADMIT, place.path());
        requireNotAhead(from);
        change(caller, member, "member.transfer", id -> {
            present(id).ifPresent(employment -> end(id, employment, from));
            members.move(id, place);
            try {
                file.employ(id, from);
            } catch (DataIntegrityViolationException e) {
                throw refused(EMPLOYMENTS_OVERLAP, e);
            }
        });
    }

    @Override
    public void leave(Caller caller, UUID member, LocalDate until) {
        requireNotAhead(until);
        change(caller, member, "member.leave", id -> {
            Employment present = present(id).orElseThrow(() -> new MemberRefused(NOTHING_TO_CHANGE));
            end(id, present, until);
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int follow(String oldPath, String newPath) {
        return members.follow(oldPath, newPath);
    }

    private Optional<Employment> present(UUID member) {
        return file.employments(List.of(member)).stream()
                .filter(employment -> employment.span().until().equals(LocalDate.MAX))
                .findFirst();
    }

    private void end(UUID member, Employment present, LocalDate until) {
        if (!until.isAfter(present.span().from())) {
            throw new MemberRefused(DAY_NOT_POSSIBLE);
        }
        file.endEmployment(desk.freshId(), member, until);
    }

    private void change(Caller caller, UUID member, String action, Consumer<UUID> change) {
        String path = members.lock(member).orElseThrow(() -> new MemberRefused(NOT_FOUND));
        desk.require(caller, Operation.MEMBER_CHANGE, path);
        Optional<String> before = members.digest(member);
        change.accept(member);
        desk.changed(action, member, before, members.digest(member));
    }

    private static MemberRefused refused(MemberRefused.Reason reason, Throwable cause) {
        MemberRefused refused = new MemberRefused(reason);
        refused.initCause(cause);
        return refused;
    }
}
