package org.huzhu.documents;

import java.time.Clock;
import org.huzhu.database.Home;
import org.huzhu.database.Settings;
import org.huzhu.receipts.ReceiptReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the room is made of; {@code HUZHU_S3_ENDPOINT} and its kin name a store elsewhere. */
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    @Bean
    Shelf shelf(Home home, Clock clock) {
        return S3Bucket.of(Settings.ofProcess())
                .<Shelf>map(bucket -> new S3Shelf(bucket, clock))
                .orElseGet(() -> new FolderShelf(home.documents()));
    }

    @Bean
    ReceiptReader receiptReader() {
        return ReceiptReader.ofAll();
    }

    @Bean
    Apart apart(ReceiptReader receipts) {
        return Apart.usual(receipts);
    }
}
