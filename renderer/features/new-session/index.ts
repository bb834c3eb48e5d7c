export { NewSessionScreen } from './new-session-screen.tsx';
