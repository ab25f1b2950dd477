package io.severabridge.severa;

import io.severabridge.failure.WrongSetUp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificates are trusted: those of Java, or of the system as Java is set up, and those of a file. Says whose it refuses. */
final class Trust {
    /** A certificate that is not trusted; the message names its issuer. */
    static final class Untrusted extends CertificateException {
        private static final long serialVersionUID = 1L;

        Untrusted(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final SSLContext context;

    Trust(@Nullable Path file, String password) {
        try {
            X509ExtendedTrustManager own = manager(null);
            context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    new TrustManager[] {new Saying(file == null ? own : manager(with(own, file, password)))},
                    null);
        } catch (GeneralSecurityException e) {
            throw new WrongSetUp("Java's own trust store cannot be read: " + e.getMessage(), e);
        }
    }

    SSLContext context() {
        return context;
    }

    /** What is refused behind a failure; null where no certificate is. */
    static @Nullable CertificateException refused(Throwable failure) {
        CertificateException found = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Untrusted untrusted) {
                return untrusted;
            }
            if (at instanceof CertificateException certificate && found == null) {
                found = certificate;
            }
        }
        return found;
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("no trust manager for certificates");
    }

    private static KeyStore with(X509ExtendedTrustManager own, Path file, String password) {
        try {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(null, null);
            int number = 0;
            for (X509Certificate certificate : own.getAcceptedIssuers()) {
                all.setCertificateEntry("java-" + number++, certificate);
            }
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
                    all.setCertificateEntry("file-" + number++, certificate);
                }
                return all;
            }
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) != null) {
                    all.setCertificateEntry("file-" + number++, store.getCertificate(alias));
                }
            }
            return all;
        } catch (IOException | GeneralSecurityException e) {
            throw new WrongSetUp(
                    "severa.trust-store: " + file + " cannot be read as certificates (PEM) or as a store (PKCS12, JKS)"
                            + " with severa.trust-store-password",
                    e);
        }
    }

    /** Asks another manager, and names the issuer where that one refuses. */
    private static final class Saying extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager other;

        Saying(X509ExtendedTrustManager other) {
            this.other = other;
        }

        private interface Check {
            void run() throws CertificateException;
        }

        private static void said(X509Certificate[] chain, Check check) throws CertificateException {
            try {
                check.run();
            } catch (CertificateException e) {
                X509Certificate last = chain[chain.length - 1];
                throw new Untrusted("issued by " + last.getIssuerX500Principal().getName() + ": " + e.getMessage(), e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            said(chain, () -> other.checkServerTrusted(chain, type, socket));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            said(chain, () -> other.checkServerTrusted(chain, type, engine));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            said(chain, () -> other.checkServerTrusted(chain, type));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            other.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            other.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            other.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return other.getAcceptedIssuers();
        }
    }
}
