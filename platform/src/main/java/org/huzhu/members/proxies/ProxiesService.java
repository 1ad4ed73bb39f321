package org.huzhu.members.proxies;

import static org.huzhu.members.proxies.ProxyRefused.require;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.JdbcProxies.By;
import org.huzhu.members.proxies.ProxyRefused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ProxiesService implements Proxies {

    private final JdbcProxies proxies;
    private final JdbcLives lives;
    private final Desk desk;
    private final BeyondReach beyond;

    ProxiesService(JdbcProxies proxies, JdbcLives lives, Desk desk, BeyondReach beyond) {
        this.proxies = proxies;
        this.lives = lives;
        this.desk = desk;
        this.beyond = beyond;
    }

    /** For how many others the phone acts lies beyond the member's reach; he learns only that they are too many. */
    @Override
    public UUID grant(Caller caller, PersonName name, Phone phone, LocalDate until) {
        UUID member = desk.self(caller);
        LocalDate today = desk.today();
        require(until.isAfter(today) && !until.isAfter(today.plus(LONGEST)), Reason.UNTIL_NOT_POSSIBLE);
        require(!proxies.isHisOwn(member, phone), Reason.OWN_PHONE);
        proxies.alone(member.toString());
        require(!lives.isOver(member, today), Reason.DECEASED);
        require(!proxies.isLet(member, phone, today), Reason.GRANTED_ALREADY);
        require(proxies.countOf(member, today) < OF_MEMBER_MAX, Reason.TOO_MANY_OF_MEMBER);
        proxies.alone(phone);
        require(beyond.call(() -> proxies.countOf(phone, today)) < OF_PHONE_MAX, Reason.TOO_MANY_OF_PHONE);
        UUID id = desk.freshId();
        proxies.add(id, member, new JdbcProxies.Person(name, phone), new JdbcProxies.Days(today, until), desk.now());
        desk.done("proxy.grant", member, id);
        return id;
    }

    @Override
    public void revoke(Caller caller, UUID grant) {
        UUID member = desk.self(caller);
        require(proxies.end(grant, member, By.MEMBER, desk.today(), desk.now()), Reason.ABSENT);
        desk.done("proxy.revoke", member, grant);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> of(Caller caller) {
        return proxies.of(desk.self(caller));
    }
}
