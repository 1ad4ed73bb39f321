package org.huzhu.members.proxies;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.database.BeyondReach;
import org.huzhu.members.proxies.JdbcLives.Over;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Those for whom he acted may stand anywhere: whoever enters the death learns nothing of them. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DeathService implements Deaths {

    private final JdbcProxies proxies;
    private final JdbcLives lives;
    private final Desk desk;
    private final BeyondReach beyond;
    private final ApplicationEventPublisher listeners;

    DeathService(
            JdbcProxies proxies, JdbcLives lives, Desk desk, BeyondReach beyond, ApplicationEventPublisher listeners) {
        this.proxies = proxies;
        this.lives = lives;
        this.desk = desk;
        this.beyond = beyond;
        this.listeners = listeners;
    }

    @Override
    public void await(UUID member) {
        proxies.alone(member.toString());
    }

    @Override
    public void entered(UUID member, LocalDate from) {
        beyond.run(() -> lives.endWith(member, from, desk.today(), desk.now()).forEach(over -> {
            desk.done("proxy.death", over.member(), over.grant(), over.path());
            if (!over.member().equals(member)) {
                listeners.publishEvent(news(over));
            }
        }));
    }

    private static ProxyNews news(Over over) {
        return new ProxyNews.GivenBack(
                over.grant(), over.member(), over.path(), over.name().masked());
    }
}
