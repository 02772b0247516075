package anbu.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Tells Spring Security who may sign in and how passwords are kept (BCrypt, with the algorithm noted in each hash). */
@Configuration(proxyBeanMethods = false)
class SignIn {
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetailsService(Accounts accounts) {
        return username -> accounts.find(username)
                .map(stored -> User.withUsername(stored.username())
                        .password(stored.passwordHash())
                        .roles(Staff.roles(stored).stream().map(Role::name).toArray(String[]::new))
                        .disabled(!stored.enabled())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("There is no such account."));
    }
}
