from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Read from the function's environment variables: APP_NAME, VERSION, PHOTO_BUCKET."""

    app_name: str = "Orders"
    version: str = "1.0.0"
    photo_bucket: str | None = None


settings = Settings()
