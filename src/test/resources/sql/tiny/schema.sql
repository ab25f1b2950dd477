-- A small ERP that is nobody's: an independent table for each register, real times, and a column for Severa's GUIDs.
CREATE TABLE Customer (
    CustomerNo INT NOT NULL,
    Name VARCHAR(50) NOT NULL,
    CompanyNo VARCHAR(20) NOT NULL,
    EmailAddress VARCHAR(80) NOT NULL,
    WWWAddress VARCHAR(80) NOT NULL,
    Turnover DECIMAL(19,4) NOT NULL,
    Employees INT NOT NULL,
    InActiveYesNo SMALLINT NOT NULL,
    CustomerTypeNo INT NOT NULL,
    CreditLimit DECIMAL(19,4) DEFAULT 5000 NOT NULL,
    SeveraGUID VARCHAR(50) NULL,
    LastUpdate DATETIME NULL,
    LastUpdatedBy VARCHAR(24) NULL,
    Created DATETIME NULL,
    CONSTRAINT PK_Customer PRIMARY KEY (CustomerNo)
);
CREATE TABLE Article (
    ArticleNo VARCHAR(20) NOT NULL,
    ArticleName VARCHAR(60) NOT NULL,
    GroupNo INT NOT NULL,
    SalesPrice DECIMAL(19,4) NOT NULL,
    CostPrice DECIMAL(19,4) NOT NULL,
    SeveraGUID VARCHAR(50) NULL,
    LastUpdate DATETIME NULL,
    LastUpdatedBy VARCHAR(24) NULL,
    CONSTRAINT PK_Article PRIMARY KEY (ArticleNo)
);
CREATE TABLE ArticleGroup (
    GroupNo INT NOT NULL,
    GroupName VARCHAR(40) NOT NULL,
    LastUpdate DATETIME NULL,
    LastUpdatedBy VARCHAR(24) NULL,
    CONSTRAINT PK_ArticleGroup PRIMARY KEY (GroupNo)
);
