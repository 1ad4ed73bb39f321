package org.huzhu.crypto;

import java.security.SecureRandom;
import java.time.Clock;
import org.huzhu.database.Home;
import org.huzhu.database.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the room is made of; {@code huzhu.suite} (in the environment {@code HUZHU_SUITE}) names the cipher of new keys.
 */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    Chance chance() {
        SecureRandom random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    @Bean
    Keyring keyring(
            JdbcKeys keys,
            Home home,
            @Value("${huzhu.suite:SM4_GCM}") Suite suite,
            PlatformTransactionManager transactions,
            Clock clock,
            Chance chance) {
        MasterKey file = MasterKey.of(home, Settings.ofProcess());
        return new Keyring(keys, file, suite, new Keyring.Tools(transactions, clock, chance));
    }
}
