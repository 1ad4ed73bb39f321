package org.huzhu.staff;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.staff.SignInRefused.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

@Service
class MemberSignInService implements MemberSignIn {

    private static final int ADDRESS_CODES_MAX = 60;
    private static final int BINDS_A_DAY = 5;
    private static final Duration DAY = Duration.ofDays(1);

    private final Doors doors;
    private final SystemWork work;
    private final Secrets secrets;
    private final Messages messages;
    private final ObjectProvider<Directory> directory;
    private final Chance chance;

    MemberSignInService(
            Doors doors,
            SystemWork work,
            Secrets secrets,
            Messages messages,
            ObjectProvider<Directory> directory,
            Chance chance) {
        this.doors = doors;
        this.work = work;
        this.secrets = secrets;
        this.messages = messages;
        this.directory = directory;
        this.chance = chance;
    }

    @Override
    public void ask(Aim aim, String phone, String address) {
        doors.codes().count("codes for " + address, ADDRESS_CODES_MAX, DAY);
        String code = chance.code();
        boolean isSent = work.call(
                () -> doors.codes().send(index(phone), digest(aim, phone, code), chance.now(), chance.today()));
        if (!isSent) {
            throw new SignInRefused(Reason.TOO_OFTEN);
        }
        messages.send(phone, "【职工互助】%s %s，%d 分钟内有效。请勿告诉他人。".formatted(aim.words(), code, CODE_LIFE.toMinutes()));
    }

    @Override
    public Session.Opened enter(String phone, String code, String address) {
        if (!proves(Aim.ENTER, phone, code)) {
            throw new SignInRefused(Reason.WRONG);
        }
        Optional<UUID> member = Optional.ofNullable(directory.getIfAvailable()).flatMap(known -> known.ofPhone(phone));
        return member.map(found -> ofMember(found, phone, address)).orElseGet(() -> ofPhone(phone, address));
    }

    @Override
    public boolean proves(Aim aim, String phone, String code) {
        byte[] index = index(phone);
        return work.call(() -> doors.codes()
                .take(index, chance.now())
                .filter(kept -> Digests.same(kept, digest(aim, phone, code)))
                .filter(kept -> doors.codes().use(index, kept))
                .isPresent());
    }

    private Session.Opened ofMember(UUID member, String phone, String address) {
        UUID id = chance.id();
        byte[] sealed = secrets.seal(Field.PHONE, id, phone);
        return work.as(
                member, () -> doors.sessions().open(Session.Kind.MEMBER, id, member, address, Optional.of(sealed)));
    }

    private Session.Opened ofPhone(String phone, String address) {
        UUID id = chance.id();
        byte[] sealed = secrets.seal(Field.PHONE, id, phone);
        return work.as(id, () -> doors.sessions().open(Session.Kind.PHONE, id, id, address, Optional.of(sealed)));
    }

    @Override
    public Optional<String> phone(Session session) {
        return work.as(session.holder(), () -> doors.sessionRows().phoneSealed(session.id()))
                .map(kept -> secrets.open(Field.PHONE, session.id(), kept));
    }

    @Override
    public Session.Opened bind(Session session, String number, String name) {
        if (session.kind() != Session.Kind.PHONE) {
            throw new IllegalStateException("The session %s is bound already".formatted(session.id()));
        }
        String phone = phone(session).orElseThrow();
        doors.codes().count("binding " + HexFormat.of().formatHex(index(phone)), BINDS_A_DAY, DAY);
        Directory known = directory.getObject();
        UUID member = known.ofNumberAndName(number, name).orElseThrow(() -> new SignInRefused(Reason.WRONG));
        boolean isFirst =
                work.as(session.holder(), () -> doors.sessionRows().end(session.holder(), session.id(), chance.now()))
                        == 1;
        if (!isFirst) {
            throw new SignInRefused(Reason.WRONG);
        }
        known.holds(member, phone);
        return ofMember(member, phone, session.address());
    }

    private byte[] index(String phone) {
        return secrets.index(Field.PHONE, phone);
    }

    /** Keyed: a code has too little chance in it to lie there as a plain digest. */
    private byte[] digest(Aim aim, String phone, String code) {
        return secrets.index(Field.PHONE, "code/" + aim + "/" + phone + "/" + code);
    }
}
