package org.huzhu.portal;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.huzhu.portal.pages.StaticTemplates;
import org.huzhu.portal.pages.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller answer with a page, or a part of one, as a typed value. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    @Bean
    Templates pages() {
        return new StaticTemplates();
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new PageWriter());
    }

    private static final class PageWriter extends AbstractHttpMessageConverter<JteModel> {

        PageWriter() {
            super(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        }

        @Override
        protected boolean supports(Class<?> type) {
            return JteModel.class.isAssignableFrom(type);
        }

        @Override
        public boolean canRead(Class<?> type, @Nullable MediaType media) {
            return false;
        }

        @Override
        protected JteModel readInternal(Class<? extends JteModel> type, HttpInputMessage message) {
            throw new UnsupportedOperationException("Pages are written, never read");
        }

        @Override
        protected void writeInternal(JteModel page, HttpOutputMessage message) throws IOException {
            message.getBody().write(page.render().getBytes(StandardCharsets.UTF_8));
        }
    }
}
